// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;

/** Choices whose texts are easily lost. */
@SearchSpace
record Blanks(
        @Choice({"plain", "", "relu ", " both ", "\t", "#", "a\\", "\u3000x\u3000", "!"})
        String kind) {}
