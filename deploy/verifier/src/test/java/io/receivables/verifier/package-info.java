@NullMarked
package io.receivables.verifier;

import org.jspecify.annotations.NullMarked;
