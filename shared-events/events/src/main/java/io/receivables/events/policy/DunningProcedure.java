package io.receivables.events.policy;

import java.util.List;

/**
 * A way of reminding that accounts are assigned to by name.
 *
 * @param levels by rising level and rising days past due
 */
public record DunningProcedure(String name, List<DunningLevel> levels) {}
