package io.receivables.standalone.bookimport;

/**
 * Why a row was refused.
 *
 * @param line in the file, from 1; 0 when it is about the file
 * @param column the header of the column, or the field when the file has none; empty when it is about the whole row
 */
record Finding(long line, String column, String code, String detail) {}
