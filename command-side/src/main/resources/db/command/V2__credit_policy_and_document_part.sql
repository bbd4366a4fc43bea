-- The dated versions of credit policies, as decisions look them up.
create table command.credit_policy (
    legal_entity    text           not null references command.legal_entity,
    version         integer        not null,
    valid_from      date           not null,
    currency        text           not null,
    write_off_limit numeric(19, 4) not null,
    refund_limit    numeric(19, 4) not null,
    primary key (legal_entity, version)
);

-- Which document a write-off, a refund or a recovery belongs to: paths name them by their own id alone.
create table command.document_part (
    kind          text not null,
    part_id       text not null,
    legal_entity  text not null,
    document_type text not null,
    document_id   text not null,
    primary key (kind, part_id)
);
