package io.receivables.query.allowance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.receivables.events.money.Money;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.OpenClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts open claims into what is doubtful and the rest, takes tax out of both, and then what is secured: for each account in
 * proportion to its parts. Of an invoice that is doubtful in part, what fell due first is.
 */
final class Pieces {

    private Pieces() {}

    /**
     * @param claims the oldest of an invoice first
     * @param doubtful marked, by invoice
     * @param risks by account
     * @param secured by account
     */
    static List<Piece> of(List<OpenClaim> claims, Map<String, Long> doubtful, Map<String, RiskClass> risks,
            Map<String, Long> secured, LocalDate asAt, Bands bands, Currency currency) {
        var left = new HashMap<>(doubtful);
        var pieces = new ArrayList<Piece>();
        for (var claim : claims) {
            var risk = risks.getOrDefault(claim.accountId(), RiskClass.NOT_ENOUGH_HISTORY);
            long marked = claim.type() == DocumentType.INVOICE
                    ? Math.min(claim.amount(), left.getOrDefault(claim.id(), 0L))
                    : 0;
            left.computeIfPresent(claim.id(), (_, amount) -> amount - marked);
            long net = claim.netOf(claim.amount());
            long markedNet = Math.min(net, claim.netOf(marked));
            int band = bands.of(claim.due(), asAt);
            if (marked > 0) {
                pieces.add(
                        new Piece(claim.accountId(), claim.receivableClass(), risk, band, true, marked, markedNet, 0));
            }
            if (claim.amount() > marked) {
                pieces.add(new Piece(claim.accountId(), claim.receivableClass(), risk, band, false,
                        claim.amount() - marked, net - markedNet, 0));
            }
        }
        return secured(pieces, secured, currency);
    }

    private static List<Piece> secured(List<Piece> pieces, Map<String, Long> secured, Currency currency) {
        var parted = new ArrayList<Piece>();
        pieces.stream()
                .collect(groupingBy(Piece::accountId, LinkedHashMap::new, toList()))
                .forEach((account, ofAccount) -> parted
                        .addAll(secured(ofAccount, secured.getOrDefault(account, 0L), currency)));
        return List.copyOf(parted);
    }

    private static List<Piece> secured(List<Piece> ofAccount, long secured, Currency currency) {
        long net = ofAccount.stream().mapToLong(Piece::net).sum();
        if (secured <= 0 || net <= 0) {
            return ofAccount;
        }
        var parts = Money.ofMinorUnits(Math.min(secured, net), currency)
                .splitBy(ofAccount.stream().map(Piece::net).toList());
        var parted = new ArrayList<Piece>();
        for (int i = 0; i < parts.size(); i++) {
            parted.add(ofAccount.get(i).secured(parts.get(i).minorUnits()));
        }
        return parted;
    }
}
