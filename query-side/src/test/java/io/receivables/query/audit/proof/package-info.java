@NullMarked
package io.receivables.query.audit.proof;

import org.jspecify.annotations.NullMarked;
