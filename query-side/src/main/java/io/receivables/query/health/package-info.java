/** Whether this process can answer: asked by whoever sends it requests. */
@NullMarked
package io.receivables.query.health;

import org.jspecify.annotations.NullMarked;
