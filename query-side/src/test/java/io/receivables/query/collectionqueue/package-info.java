@NullMarked
package io.receivables.query.collectionqueue;

import org.jspecify.annotations.NullMarked;
