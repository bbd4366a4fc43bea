package io.receivables.command.approvalattempt;

import io.receivables.command.stream.Command;
import io.receivables.events.approval.ApprovalRefused;

/** Follows a refused approval, in the transaction that has decided it. No endpoint sends it. */
record RecordRefusedApproval(ApprovalRefused fact) implements Command {}
