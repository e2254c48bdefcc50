-- Every change of an alert, in an order that never changes afterwards: a row is told once no transaction that began before its
-- own is running any more, so that none with a lower (tx, id) can appear later. After a restore into another cluster this table
-- is emptied: transaction numbers mean nothing there.
create table alert_change (
    organization_id text   not null,
    id              bigint generated always as identity,
    tx              xid8   not null default pg_current_xact_id(),
    alert_id        uuid   not null,
    primary key (organization_id, id)
);
create index alert_change_in_order on alert_change (organization_id, tx, id);

create function note_alert_change() returns trigger language plpgsql as $$
begin
    insert into alert_change (organization_id, alert_id) values (new.organization_id, new.id);
    return null;
end
$$;
create trigger note_alert_change after insert or update on alert for each row execute function note_alert_change();

create index alert_quiet on alert (quiet_until) where quiet_until is not null;
