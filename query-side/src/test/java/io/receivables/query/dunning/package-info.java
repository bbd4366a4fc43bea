@NullMarked
package io.receivables.query.dunning;

import org.jspecify.annotations.NullMarked;
