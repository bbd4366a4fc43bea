package io.receivables.standalone.openapi;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.DocumentNumber;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.AgencyPlacementId;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.FinalNoticeId;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PromiseId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.contact.ContactId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactorPayoutId;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.refund.RefundId;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.Problem;
import io.receivables.platform.resource.RecoveryResource;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints' signatures do not say by themselves: how values are written, headers, answers, problems. */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(CommandContext.class, Actor.class)
                .addSimpleTypesForParameterObject(LegalEntityId.class, AccountId.class, InvoiceId.class,
                        PaymentId.class, CreditNoteId.class, AllocationId.class, RefundId.class, WriteOffId.class,
                        RecoveryId.class, ChargeId.class, DoubtfulId.class, CreditWriteOffId.class,
                        CreditLimitId.class, CreditOverrideId.class, CreditHoldId.class, CreditGroupId.class,
                        AgencyPlacementId.class, LegalActionId.class, InsolvencyId.class, FinalNoticeId.class,
                        ContactId.class, FactoringId.class, FactorId.class, FactorDebtId.class,
                        FactorSettlementId.class, FactorPayoutId.class, LimitationInterruptionId.class, DisputeId.class,
                        PromiseId.class, PaymentPlanId.class, DunningBlockId.class, DunningLetterId.class,
                        DunningRunId.class)
                .replaceWithSchema(Money.class, money())
                .replaceWithSchema(Currency.class, currency())
                .replaceWithSchema(Percentage.class, decimal("a percentage, such as 20.00"))
                .replaceWithSchema(DocumentNumber.class, text("1 to 64 characters"))
                .replaceWithSchema(YearMonth.class, text("a month, such as 2026-03").pattern("[0-9]{4}-[0-9]{2}"))
                .replaceWithSchema(ZoneId.class, text("a time zone, such as Europe/Paris"));
    }

    /** Bodies are nested records that are all called alike: the slice tells them apart. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SliceNames());
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }

    @Bean
    OperationCustomizer commandsAndProblems() {
        return new CommandDescription();
    }

    @Bean
    OpenApiCustomizer wholeApi() {
        return api -> {
            api.setInfo(new Info().title("Receivables")
                    .version("v1")
                    .description("Commands and queries of accounts receivable. Money is an exact decimal as text.")
                    .license(new License().name("Apache-2.0")));
            for (var type : new Class<?>[]{RecoveryResource.class, Problem.class}) {
                ModelConverters.getInstance()
                        .resolveAsResolvedSchema(new AnnotatedType(type)).referencedSchemas
                        .forEach(api.getComponents()::addSchemas);
            }
        };
    }

    private static Schema<?> money() {
        return new ObjectSchema().description("an exact amount; with the currency's decimals or fewer")
                .addProperty("amount", decimal("such as 119.00"))
                .addProperty("currency", currency())
                .addRequiredItem("amount")
                .addRequiredItem("currency");
    }

    private static Schema<?> currency() {
        return text("ISO 4217").pattern("[A-Z]{3}");
    }

    private static Schema<?> decimal(String description) {
        return text(description).pattern("(0|[1-9][0-9]{0,14})(\\.[0-9]+)?");
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}
