package io.receivables.query.collection;

import io.receivables.events.account.AccountId;
import io.receivables.events.contact.ContactDirection;
import io.receivables.events.contact.ContactKind;
import io.receivables.events.contact.ContactLogged;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.platform.eventstore.FactDecoder;
import io.receivables.platform.resource.ContactResource;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.SnapshotRead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what was said and written between us and a customer, our letters with it, in its order. */
@Service
@SnapshotRead
public class GetContactLog {

    private final JdbcClient jdbc;
    private final AccountAccess access;
    private final FactDecoder decoder;

    GetContactLog(JdbcClient jdbc, AccountAccess access, FactDecoder decoder) {
        this.jdbc = jdbc;
        this.access = access;
        this.decoder = decoder;
    }

    /**
     * @param kind CALL, EMAIL, LETTER, VISIT, MEETING or OTHER
     * @param direction OUTGOING or INCOMING
     * @param invoiceId only contacts about this invoice
     * @param from the first day
     * @param to the last day
     */
    public record Filter(@Nullable String kind, @Nullable String direction, @Nullable String invoiceId,
            @Nullable String from, @Nullable String to) {}

    /** The oldest first. */
    public Page<ContactResource> handle(AccountId id, Filter filter, AsOfRequest request, Paging paging) {
        var asOf = access.require(id.value(), request);
        var after = paging.afterKeys(2);
        var found = jdbc.sql("""
                select e.position, e.type, e.revision, e.data, coalesce((
                       select case d.type when 'DunningLetterDelivered' then 'DELIVERED'
                                          when 'DunningLetterDeliveryFailed' then 'FAILED' else 'WAITING' end
                         from ledger.fact d
                        where d.stream_type = e.stream_type and d.stream_id = e.stream_id
                          and d.effective_date <= :asAt and d.position <= :known
                        order by d.position desc limit 1), 'WAITING') as delivery
                  from ledger.event_log e
                 where e.account_id = :account and e.type in ('ContactLogged', 'DunningLetterIssued')
                   and e.effective_date <= :asAt and e.position <= :known
                   and (:afterDate::date is null or (e.effective_date, e.position) > (:afterDate, :afterPosition))
                   and (:from::date is null or e.effective_date >= :from)
                   and (:to::date is null or e.effective_date <= :to)
                   and (:kind::text is null or :kind = coalesce(e.data ->> 'kind',
                        case e.data ->> 'channel' when 'EMAIL' then 'EMAIL' else 'LETTER' end))
                   and (:direction::text is null or coalesce(e.data ->> 'direction', 'OUTGOING') = :direction)
                   and (:invoice::text is null or (e.data -> 'invoices')::jsonb @> to_jsonb(:invoice::text)
                        or (e.data -> 'items')::jsonb
                           @> jsonb_build_array(jsonb_build_object('invoiceId', :invoice::text)))
                 order by e.effective_date, e.position limit :limit""")
                .param("account", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("afterDate", after == null ? null : Cursor.date(after.getFirst()))
                .param("afterPosition", after == null ? 0 : Cursor.number(after.getLast()))
                .param("from", filter.from() == null ? null : Parameters.date("from", filter.from()))
                .param("to", filter.to() == null ? null : Parameters.date("to", filter.to()))
                .param("kind", filter.kind() == null
                        ? null
                        : Parameters.choice("kind", filter.kind(), ContactKind.class).name())
                .param("direction", filter.direction() == null
                        ? null
                        : Parameters.choice("direction", filter.direction(), ContactDirection.class).name())
                .param("invoice", filter.invoiceId())
                .param("limit", paging.size() + 1)
                .query((row, _) -> contact(row))
                .list();
        return Page.of(found, paging.size(), last -> List.of(last.date().toString(),
                Long.toString(Objects.requireNonNull(last.position()))));
    }

    private ContactResource contact(ResultSet row) throws SQLException {
        var fact = decoder.decode(row.getString("type"), row.getString("revision"), row.getString("data"));
        var contact = fact instanceof DunningLetterIssued letter
                ? ContactResource.of(letter, row.getString("delivery"))
                : ContactResource.of((ContactLogged) fact);
        return contact.at(row.getLong("position"));
    }
}
