package io.receivables.command.dunning.run;

import io.receivables.command.account.DebtorClasses;
import io.receivables.command.account.Parties;
import io.receivables.command.account.Party;
import io.receivables.command.charge.ChargeClaims;
import io.receivables.command.charge.LateCharge;
import io.receivables.command.dunning.DunningLetter;
import io.receivables.command.dunning.DunningPlan;
import io.receivables.command.dunning.DunningPlanner;
import io.receivables.command.dunning.DunningPlanner.Planned;
import io.receivables.command.dunning.DunningRuns.Day;
import io.receivables.command.dunning.LastReminder;
import io.receivables.command.dunning.LetterOutbox;
import io.receivables.command.edge.Ids;
import io.receivables.command.entity.LegalEntity;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.lane.StreamsAhead;
import io.receivables.command.letter.LetterContent;
import io.receivables.command.letter.LetterCopies;
import io.receivables.command.letter.LetterData;
import io.receivables.command.letter.LetterTemplates;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.AccountId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningRules;
import io.receivables.events.policy.LetterLanguage;
import io.receivables.platform.party.Contact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letters of a run: claims the fee, keeps the text, notes who was reminded of what, and queues it to be sent. */
@Component
class LetterWriter {

    private final Streams<DunningLetter> letters;
    private final Streams<Invoice> invoices;
    private final Streams<LegalEntity> entities;
    private final ChargeClaims charges;
    private final Parties parties;
    private final DunningPlanner planner;
    private final LetterTemplates templates;
    private final LetterCopies copies;
    private final LetterOutbox outbox;
    private final StreamsAhead ahead;
    private final DebtorClasses classes;

    LetterWriter(Streams<DunningLetter> letters, Streams<Invoice> invoices, Streams<LegalEntity> entities,
            ChargeClaims charges, Parties parties, DunningPlanner planner, LetterTemplates templates,
            LetterCopies copies, LetterOutbox outbox, StreamsAhead ahead, DebtorClasses classes) {
        this.letters = letters;
        this.invoices = invoices;
        this.entities = entities;
        this.charges = charges;
        this.parties = parties;
        this.planner = planner;
        this.templates = templates;
        this.copies = copies;
        this.outbox = outbox;
        this.ahead = ahead;
        this.classes = classes;
    }

    /** What would be written; nothing is. */
    List<Optional<DunningRunResult.Letter>> preview(List<Planned> all) {
        var known = parties(all);
        return all.stream()
                .map(planned -> Optional.ofNullable(planned.plan().letter())
                        .map(letter -> shown(null, planned, letter, fee(planned, letter), party(planned, known))))
                .toList();
    }

    /**
     * Writes the letters of a part of a run. What they need is read together.
     *
     * @param version of the policy
     */
    List<Optional<DunningRunResult.Letter>> write(List<Planned> all, Day day, DunningRunId run, DunningRules rules,
            int version) {
        ahead.read(all.stream()
                .map(planned -> planned.plan().letter())
                .filter(Objects::nonNull)
                .flatMap(letter -> letter.all().stream())
                .map(item -> StreamType.INVOICE.streamId(item.invoiceId()))
                .distinct()
                .toList());
        var session = new Session(day, run, rules, version, parties(all));
        return all.stream().map(session::write).toList();
    }

    private Map<AccountId, Party> parties(List<Planned> all) {
        return parties.of(all.stream()
                .filter(planned -> planned.plan().letter() != null)
                .map(planned -> planned.account().accountId())
                .toList());
    }

    /** The letters of one part of a run. */
    private final class Session {

        private final Day day;
        private final DunningRunId run;
        private final DunningRules rules;
        private final int version;
        private final Map<AccountId, Party> known;
        private LetterData.@Nullable Creditor creditor;

        Session(Day day, DunningRunId run, DunningRules rules, int version, Map<AccountId, Party> known) {
            this.day = day;
            this.run = run;
            this.rules = rules;
            this.version = version;
            this.known = known;
        }

        Optional<DunningRunResult.Letter> write(Planned planned) {
            var letter = planned.plan().letter();
            if (letter == null) {
                return Optional.empty();
            }
            var account = planned.account().accountId();
            var id = new DunningLetterId(Ids.next());
            var party = party(planned, known);
            var fee = fee(planned, letter);
            var charge = fee == null ? null : claim(letter, fee);
            var content = templates.write(data(id, planned, letter, fee, party));
            var shown = shown(id, planned, letter, fee, party);
            copies.put(id, new LetterCopies.Copy(account, party, content));
            letters.begin(() -> DunningLetter.issue(issued(planned, letter, charge, content, shown, party)));
            outbox.queue(id, new LetterOutbox.Waiting(account, day.legalEntity(), shown.channel()));
            letter.items().forEach(it -> planner.reminded(key(account, it), new LastReminder(it.level(), day.asAt())));
            return Optional.of(shown);
        }

        /** On the oldest invoice that has come to the letter's level: there it can be reversed like any other charge. */
        private ChargeId claim(DunningPlan.Letter letter, Money fee) {
            var cause = letter.items()
                    .stream()
                    .filter(it -> it.level() == letter.level().level())
                    .findFirst()
                    .orElseThrow();
            return charges
                    .claimGiven(invoices.load(cause.invoiceId()), new ChargeId(Ids.next()), ChargeKind.FEE, fee,
                            day.asAt())
                    .ask(LateCharge::claimed)
                    .chargeId();
        }

        private DunningLetterIssued issued(Planned planned, DunningPlan.Letter letter, @Nullable ChargeId charge,
                LetterContent content, DunningRunResult.Letter shown, Party party) {
            return new DunningLetterIssued(Objects.requireNonNull(shown.letterId()), run, planned.account().accountId(),
                    day.legalEntity(),
                    letter.level().level(), letter.level().givesFinalNotice(), letter.procedure(), letter.items(),
                    letter.amountDue(), charge == null ? null : shown.fees(), charge, planned.charges(),
                    planned.unapplied(), version, shown.template(),
                    LetterTemplates.EDITION, language(party.contact()),
                    shown.channel(), content.hash(), day.asAt(),
                    letter.alsoOverdue().isEmpty() ? null : letter.alsoOverdue());
        }

        private LetterData data(DunningLetterId id, Planned planned, DunningPlan.Letter letter, @Nullable Money fee,
                Party party) {
            var template = LetterTemplates.nameOf(letter.level(), letter.first());
            // Who gives notice of everything gives it of what the customer was never reminded of.
            boolean apart = template.equals(LetterTemplates.FINAL_NOTICE);
            var lines = letter.all()
                    .stream()
                    .map(this::line)
                    .collect(Collectors.partitioningBy(line -> !apart || line.level() >= letter.level().level()));
            return new LetterData(template, language(party.contact()), day.asAt(), creditor(), party,
                    planned.account().accountId(), id.value(), Objects.requireNonNull(lines.get(true)),
                    Objects.requireNonNull(lines.get(false)), letter.amountDue(), planned.charges(), fee,
                    planned.unapplied());
        }

        private LetterLanguage language(Contact contact) {
            return contact.language() == null ? rules.languageInForce() : contact.language();
        }

        private LetterData.Line line(DunnedItem item) {
            var issued = invoices.load(item.invoiceId()).ask(Invoice::issued);
            return new LetterData.Line(issued.invoiceNumber(), item.instalment(), issued.issueDate(), item.dueDate(),
                    item.daysPastDue(), item.level(), item.amount());
        }

        private LetterData.Creditor creditor() {
            if (creditor == null) {
                creditor = entities.load(day.legalEntity()).show((it, version) -> {
                    var entity = it.resource(version);
                    return new LetterData.Creditor(entity.name(), entity.siren(), rules.senderInForce());
                });
            }
            return creditor;
        }
    }

    private static OpenItem.Key key(AccountId account, DunnedItem item) {
        return new OpenItem.Key(account, OpenItem.Kind.INVOICE, item.invoiceId().value(), item.instalment());
    }

    /** A customer whose record was erased is known by the number of the account alone. */
    private static Party party(Planned planned, Map<AccountId, Party> known) {
        var account = planned.account().accountId();
        return Objects.requireNonNullElseGet(known.get(account), () -> new Party(account.value(), Contact.NONE));
    }

    private @Nullable Money fee(Planned planned, DunningPlan.Letter letter) {
        return letter.fee(classes.of(planned.account()));
    }

    private static DunningRunResult.Letter shown(@Nullable DunningLetterId id, Planned planned,
            DunningPlan.Letter letter, @Nullable Money fee, Party party) {
        return new DunningRunResult.Letter(id, planned.account().accountId(), letter.level().level(),
                letter.level().givesFinalNotice(), letter.procedure(), letter.amountDue(), letter.items(),
                letter.alsoOverdue(), fee == null ? Money.zero(planned.account().currency()) : fee,
                LetterTemplates.nameOf(letter.level(), letter.first()),
                party.contact().channelFor(letter.level().channel()));
    }
}
