package io.receivables.acceptance;

import io.receivables.acceptance.BadInputIT.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** Commands about agreements, reminders, collection and periods that would be accepted, or would at least be understood. */
final class CollectionCommands {

    private CollectionCommands() {}

    private static final String REASON = "{'reason':'agreed','effectiveDate':'2024-03-01'}";
    private static final String EUR = "{'amount':'10.00','currency':'EUR'}";

    static final List<Endpoint> ALL = all();

    private static List<Endpoint> all() {
        var all = new ArrayList<Endpoint>();
        agreements(all);
        reminders(all);
        escalation(all);
        factoring(all);
        cases(all);
        periods(all);
        return List.copyOf(all);
    }

    private static void agreements(List<Endpoint> all) {
        all.add(post("/v1/invoices/~I1/disputes",
                """
                        {'amount':%s,'reason':'broken','category':'QUALITY','owner':'sales','deadline':'2024-04-01','instalment':1,
                         'effectiveDate':'2024-03-01'}"""
                        .formatted(EUR)));
        all.add(post("/v1/invoices/~I1/disputes/{dispute}/assignment", """
                {'owner':'sales','deadline':'2024-05-01','reason':'absent','effectiveDate':'2024-03-02'}"""));
        all.add(post("/v1/invoices/~I1/disputes/{dispute}/resolution", """
                {'outcome':'REJECTED','reason':'it works','effectiveDate':'2024-03-02'}"""));
        all.add(post("/v1/customer-accounts/~C1/promises", """
                {'promiseId':'~PR9','amount':%s,'promisedDate':'2024-04-01','invoiceIds':['~I1'],
                 'effectiveDate':'2024-03-01'}""".formatted(EUR)));
        all.add(post("/v1/customer-accounts/~C1/promises/~PR1/withdrawal", REASON));
        all.add(post("/v1/customer-accounts/~C1/payment-plans",
                """
                        {'planId':'~PL9','items':[{'invoiceId':'~I1','instalment':1}],'rates':[{'dueDate':'2024-05-01','amount':%s}],
                         'reason':'crisis','effectiveDate':'2024-03-01'}"""
                        .formatted(EUR)));
        all.add(post("/v1/customer-accounts/~C4/payment-plans/~PL1/acceptance", """
                {'evidence':'signed letter','effectiveDate':'2024-03-01'}"""));
        all.add(post("/v1/customer-accounts/~C4/payment-plans/~PL1/cancellation", REASON));
        all.add(post("/v1/agreement-runs", "{'legalEntity':'{entity}'}"));
    }

    private static void reminders(List<Endpoint> all) {
        all.add(new Endpoint("PUT", "/v1/customer-accounts/~C1/contact", """
                {'language':'FR'}"""));
        all.add(post("/v1/invoices/~I1/dunning-blocks", """
                {'reason':'talks','effectiveDate':'2024-03-01','until':'2024-04-01'}"""));
        all.add(post("/v1/customer-accounts/~C1/dunning-blocks", """
                {'reason':'talks','effectiveDate':'2024-03-01','until':'2024-04-01'}"""));
        all.add(post("/v1/customer-accounts/~C4/dunning-blocks/{block}/release", REASON));
        all.add(post("/v1/dunning-runs", "{'legalEntity':'{entity}','asAt':'2024-03-01','dryRun':false}"));
    }

    private static void escalation(List<Endpoint> all) {
        all.add(post("/v1/customer-accounts/~C1/contact-log",
                """
                        {'contactId':'~K9','kind':'CALL','direction':'OUTGOING','note':'will pay','at':'2024-03-01T10:00:00Z','invoiceIds':['~I1'],
                         'nextAction':{'what':'call again','date':'2024-03-08'}}"""));
        all.add(post("/v1/customer-accounts/~C1/final-notices", """
                {'items':[{'invoiceId':'~I1','instalment':1}],'effectiveDate':'2024-03-01'}"""));
        all.add(post("/v1/customer-accounts/~C1/agency-placements", """
                {'agency':'AG1','items':[{'invoiceId':'~I1','instalment':1}],'effectiveDate':'2024-03-01'}"""));
        all.add(post("/v1/customer-accounts/~C4/agency-placements/{placement}/recall", REASON));
        all.add(post("/v1/customer-accounts/~C4/agency-placements/{placement}/payments", """
                {'paymentId':'~P3','fee':%s,'effectiveDate':'2024-03-01'}""".formatted(EUR)));
        all.add(post("/v1/customer-accounts/~C1/legal-actions", """
                {'kind':'SUMMONS','courtReference':'RG 24/1','invoiceIds':['~I1'],'interruptsLimitation':true,
                 'effectiveDate':'2024-03-01'}"""));
        all.add(post("/v1/customer-accounts/~C4/legal-actions/{action}/closure", """
                {'outcome':'WITHDRAWN','reason':'paid','effectiveDate':'2024-03-02'}"""));
        all.add(post("/v1/customer-accounts/~C1/insolvency", """
                {'kind':'SAFEGUARD','courtReference':'TC 1','declareBy':'2024-05-01','effectiveDate':'2024-03-01'}"""));
        all.add(post("/v1/customer-accounts/~C3/insolvency/{insolvency}/claim", """
                {'amount':%s,'reference':'declared','effectiveDate':'2024-03-02'}""".formatted(EUR)));
        all.add(post("/v1/customer-accounts/~C3/insolvency/{insolvency}/lifting", REASON));
        all.add(post("/v1/invoices/~I1/limitation-interruptions", """
                {'kind':'ACKNOWLEDGEMENT','reason':'letter','effectiveDate':'2024-03-01'}"""));
    }

    private static void factoring(List<Endpoint> all) {
        all.add(post("/v1/customer-accounts/~C1/factoring", """
                {'factoringId':'~F9','factor':'FACTOR-1','recourse':true,'items':[{'invoiceId':'~I1','instalment':1}],
                 'effectiveDate':'2024-03-01'}"""));
        all.add(post("/v1/factoring/~F1/buy-back", """
                {'items':[{'invoiceId':'~I3','instalment':1}],'reason':'not paid','effectiveDate':'2024-03-02'}"""));
        all.add(post("/v1/factoring/~F1/settlements",
                """
                        {'items':[{'invoiceId':'~I3','instalment':1,'amount':%s}],'reference':'S1','effectiveDate':'2024-03-02'}"""
                        .formatted(EUR)));
        all.add(post("/v1/factoring/~F1/settlements/{settlement}/reversal", REASON));
        all.add(post("/v1/factoring/~F1/misdirected-payments", """
                {'paymentId':'~P3','invoiceId':'~I3','instalment':1,'amount':%s,'effectiveDate':'2024-03-02'}"""
                .formatted(EUR)));
        all.add(post("/v1/factoring/~F1/misdirected-payments/{debt}/reversal", REASON));
        all.add(post("/v1/factoring/~F1/payouts", """
                {'amount':{'amount':'1.00','currency':'EUR'},'reference':'V1','effectiveDate':'2024-03-02'}"""));
    }

    private static void cases(List<Endpoint> all) {
        for (var subject : List.of("/v1/customer-accounts/~C1", "/v1/payments/~UNKNOWN")) {
            all.add(post(subject + "/collection-case/snooze", """
                    {'until':'2199-01-01','reason':'holidays','wakesOnNews':true}"""));
            all.add(post(subject + "/collection-case/next-action", "{'what':'call','dueDate':'2024-05-01'}"));
        }
        all.add(post("/v1/invoices/~I1/reclassification", """
                {'receivableClass':'OTHER','reason':'a loan','effectiveDate':'2024-03-01'}"""));
    }

    private static void periods(List<Endpoint> all) {
        all.add(post("/v1/periods/{entity}/2024-01/close", "{'reason':'month end'}"));
        all.add(post("/v1/periods/{entity}/2024-01/reopen", "{'reason':'late invoice'}"));
        all.add(new Endpoint("PUT", "/v1/customer-accounts/~C1/group", "{'creditGroupId':'~G9','reason':'parent'}"));
        all.add(new Endpoint("PUT", "/v1/customer-accounts/~C1/debtor-class", """
                {'debtorClass':'PUBLIC','reason':'a town','effectiveDate':'2024-03-01'}"""));
        all.add(new Endpoint("PUT", "/v1/credit-groups/~G1", """
                {'legalEntity':'{entity}','currency':'EUR','limit':%s,'validFrom':'2024-02-01','validTo':'2024-12-31',
                 'reason':'parent'}""".formatted(EUR)));
        all.add(post("/v1/late-charge-runs", "{'legalEntity':'{entity}','asAt':'2024-03-01','dryRun':true}"));
    }

    private static Endpoint post(String path, String body) {
        return new Endpoint("POST", path, body);
    }
}
