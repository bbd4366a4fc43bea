/** Disputes, promises to pay and payment plans: what customers contest, promise and agree. */
@NullMarked
package io.receivables.query.agreement;

import org.jspecify.annotations.NullMarked;
