@NullMarked
package io.receivables.standalone.demo;

import org.jspecify.annotations.NullMarked;
