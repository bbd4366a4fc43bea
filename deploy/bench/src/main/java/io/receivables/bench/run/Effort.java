package io.receivables.bench.run;

/**
 * How much is done for each figure. Everything is counted and nothing is timed, so that a slow machine is as warm as a fast
 * one when it counts.
 *
 * @param warmUp calls before the first round
 * @param rounds of product and reference in turn
 * @param calls of each side in one round
 */
public record Effort(int warmUp, int rounds, int calls) {}
