package io.receivables.events.policy;

import java.util.List;

/**
 * When reminders are sent, and how sharp they are.
 *
 * @param levels by rising level and rising days past due
 */
public record DunningRules(List<DunningLevel> levels) {}
