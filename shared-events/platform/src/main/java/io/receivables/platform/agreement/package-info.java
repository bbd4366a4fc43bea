/**
 * What customers have promised, agreed and contested, folded from the facts: the command side decides by it, the query side
 * shows it at any date and knowledge.
 */
@NullMarked
package io.receivables.platform.agreement;

import org.jspecify.annotations.NullMarked;
