#!/usr/bin/env bash
# Runs once, on an empty volume. The application owns its database but is no superuser: the event store's guards against
# changing history bind it too.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -v password="$RECEIVABLES_DATABASE_PASSWORD" --username postgres <<'SQL'
create role receivables login password :'password';
create database receivables owner receivables;
SQL
