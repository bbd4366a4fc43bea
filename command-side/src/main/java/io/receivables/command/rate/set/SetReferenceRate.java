package io.receivables.command.rate.set;

import io.receivables.command.stream.Command;
import io.receivables.events.rate.HalfYearRate;
import java.util.List;

/** Makes values of a reference rate known. */
record SetReferenceRate(String rate, List<HalfYearRate> values, String source) implements Command {}
