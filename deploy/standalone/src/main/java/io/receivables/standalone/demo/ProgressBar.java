package io.receivables.standalone.demo;

import java.io.PrintStream;

/** Shows on the console how much of a known amount of work is done. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream console;
    private final String what;
    private final int all;
    private int done;

    ProgressBar(PrintStream console, String what, int all) {
        this.console = console;
        this.what = what;
        this.all = all;
    }

    synchronized void step() {
        done++;
        if (done == all || done * 100L / all > (done - 1) * 100L / all) {
            var filled = (int) ((long) done * WIDTH / all);
            console.printf("\r%s [%s%s] %3d %%", what, "#".repeat(filled), ".".repeat(WIDTH - filled),
                    done * 100L / all);
            console.flush();
        }
        if (done == all) {
            console.println();
        }
    }
}
