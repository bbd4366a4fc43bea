package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.events.policy.BreachEffect;
import org.jspecify.annotations.Nullable;

/**
 * What a payment plan is held to; the rules of the policy on the day it was accepted.
 *
 * @param graceDays days after a rate's due date on which it may still be paid
 * @param tolerance so much may be missing of what is due
 * @param noticeDays days that a formal notice leaves
 * @param policyVersion null where no policy was valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanRules(int graceDays, Money tolerance, BreachEffect breachEffect, int noticeDays,
        @Nullable Integer policyVersion) {}
