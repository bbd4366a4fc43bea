@NullMarked
package io.receivables.query.export.accountpack;

import org.jspecify.annotations.NullMarked;
