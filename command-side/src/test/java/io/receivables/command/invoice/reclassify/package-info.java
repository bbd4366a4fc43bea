@NullMarked
package io.receivables.command.invoice.reclassify;

import org.jspecify.annotations.NullMarked;
