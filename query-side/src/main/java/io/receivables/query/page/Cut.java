package io.receivables.query.page;

import java.time.LocalDate;

/**
 * As of when a page's figures are.
 *
 * @param projection whether the date has not come yet
 */
record Cut(LocalDate asAt, Knowledge knowledge, boolean projection) {}
