/** Judging promises and payment plans: when asked, and by itself when money came or a day has passed. */
@NullMarked
package io.receivables.command.agreement.run;

import org.jspecify.annotations.NullMarked;
