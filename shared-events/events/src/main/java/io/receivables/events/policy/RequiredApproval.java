package io.receivables.events.policy;

/**
 * Who must agree to a decision: so many people, all different and none of them the one who asks, each with this role.
 *
 * @param role as tokens and the access matrix spell it
 */
public record RequiredApproval(int approvers, String role) {

    /** What a fact means that names none: one controller. */
    public static final RequiredApproval ONE_CONTROLLER = new RequiredApproval(1, "controller");
}
