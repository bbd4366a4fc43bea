package io.receivables.command.agreement.run;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.agreement.AgreementJudge;
import io.receivables.command.agreement.run.AgreementRun.Judged;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RunAgreementsHandler {

    private final Streams<CustomerAccount> accounts;
    private final AgreementJudge judge;
    private final BusinessDays days;

    RunAgreementsHandler(Streams<CustomerAccount> accounts, AgreementJudge judge, BusinessDays days) {
        this.accounts = accounts;
        this.judge = judge;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RunAgreements command) {
        if (!CommandContext.current().actor().maySee(command.legalEntity())) {
            throw StreamType.LEGAL_ENTITY.notFound(command.legalEntity().value());
        }
        var today = days.today(command.legalEntity());
        var found = judge.toJudge(command.legalEntity(), today, command.after(), command.limit());
        var judged = new ArrayList<Judged>();
        for (var id : found) {
            judge.judge(accounts.load(id), today).forEach(fact -> judged.add(Judged.of(fact)));
        }
        var next = found.size() < command.limit() ? null : found.getLast();
        return Reply.ok(new AgreementRun(command.legalEntity(), found.size(), List.copyOf(judged), next, 1, null));
    }
}
