package io.receivables.command.accountmapping.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.accountmapping.MappedAccount;
import io.receivables.events.accountmapping.MappedJournal;
import io.receivables.platform.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** One account for each role and rate, one journal for each role, with numbers and codes that a ledger can read. */
final class AccountMappingMustBeSound {

    private static final int MOST_ACCOUNTS = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{3,20}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,10}");

    private AccountMappingMustBeSound() {}

    static void check(List<MappedAccount> accounts, List<MappedJournal> journals) {
        requireCount(accounts, "/accounts");
        requireCount(journals, "/journals");
        checkAccounts(accounts);
        checkJournals(journals);
    }

    private static void requireCount(List<?> list, String pointer) {
        if (list.isEmpty() || list.size() > MOST_ACCOUNTS) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    "1 to " + MOST_ACCOUNTS + " are expected, not " + list.size());
        }
    }

    private static void checkAccounts(List<MappedAccount> accounts) {
        var seen = new HashSet<String>();
        for (int i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i);
            var rate = account.taxRate();
            var pointer = "/accounts/" + i;
            if (!NUMBER.matcher(account.number()).matches()) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/number",
                        "3 to 20 of 0-9 A-Z a-z are expected, not " + account.number());
            }
            if (rate != null && !account.role().isByTaxRate()) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/taxRate",
                        account.role() + " has one account for all rates of tax");
            }
            var key = account.role() + (rate == null ? "" : " at " + rate.value().stripTrailingZeros().toPlainString());
            if (!seen.add(key)) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer, key + " has two accounts");
            }
        }
    }

    private static void checkJournals(List<MappedJournal> journals) {
        var roles = new HashSet<>();
        var codes = new HashSet<>();
        for (int i = 0; i < journals.size(); i++) {
            var journal = journals.get(i);
            var pointer = "/journals/" + i;
            if (!CODE.matcher(journal.code()).matches()) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/code",
                        "1 to 10 of 0-9 A-Z a-z are expected, not " + journal.code());
            }
            if (!roles.add(journal.role())) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/role",
                        journal.role() + " has two journals");
            }
            // Entries are numbered by the code, so a code that two journals share would have one label too many.
            if (!codes.add(journal.code())) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/code",
                        journal.code() + " is the code of two journals");
            }
        }
    }
}
