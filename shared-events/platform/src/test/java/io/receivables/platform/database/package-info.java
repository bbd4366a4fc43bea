@NullMarked
package io.receivables.platform.database;

import org.jspecify.annotations.NullMarked;
