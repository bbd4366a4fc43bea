/** The text of letters: templates in editions, in French and English, and the copies that are kept of what was sent. */
@NullMarked
package io.receivables.command.letter;

import org.jspecify.annotations.NullMarked;
