/** Tokens for tests, and the contract of the access matrix that every application is held to. */
@NullMarked
package io.receivables.platform.identity;

import org.jspecify.annotations.NullMarked;
