@NullMarked
package io.receivables.query.statement;

import org.jspecify.annotations.NullMarked;
