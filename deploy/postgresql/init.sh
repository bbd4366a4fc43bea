#!/usr/bin/env bash
# Runs once, on an empty volume. The application owns its database but is no superuser: the event store's guards against
# changing history bind it too. receivables_app may add and read facts and nothing else; the migrations grant it that.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -v password="$RECEIVABLES_DATABASE_PASSWORD" --username postgres <<'SQL'
create role receivables_app nologin;
create role receivables login password :'password';
create database receivables owner receivables;
SQL
