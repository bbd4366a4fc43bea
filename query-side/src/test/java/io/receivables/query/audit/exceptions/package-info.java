@NullMarked
package io.receivables.query.audit.exceptions;

import org.jspecify.annotations.NullMarked;
