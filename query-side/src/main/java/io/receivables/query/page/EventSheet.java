package io.receivables.query.page;

import io.receivables.query.audit.EventLine;
import java.util.List;

/**
 * One event as its page shows it.
 *
 * @param data the fact as JSON, laid out for people
 * @param stream all facts about the same thing, newest first
 */
record EventSheet(EventLine event, FactLine line, String data, List<FactLine> stream) {}
