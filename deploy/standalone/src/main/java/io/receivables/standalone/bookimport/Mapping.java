package io.receivables.standalone.bookimport;

import java.util.Map;

/**
 * Where the fields of a row come from.
 *
 * @param layout the headers to look for
 * @param columns headers, or numbers from 1, that take the place of the layout's
 * @param values what holds for every row, whatever the file says
 */
public record Mapping(Layout layout, Map<Field, String> columns, Map<Field, String> values) {}
