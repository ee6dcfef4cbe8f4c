package bad;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import java.util.List;

@SearchSpace
record Choices(
        @Choice({}) String empty,
//              ^ CHOICES_EMPTY: Choices.empty: @Choice value ({}) must list a choice; write for instance @Choice({"first", "second"})
        @Ordinal({}) int emptyOrdinal,
//               ^ CHOICES_EMPTY: Choices.emptyOrdinal: @Ordinal value ({}) must list a choice; write for instance @Ordinal({"16", "32"})
        @Ordinal String emptyByDefault,
//      ^ CHOICES_EMPTY: Choices.emptyByDefault: @Ordinal value ({}) must list a choice; write for instance @Ordinal({"first", "second"})
        @Choice({"a", "b", "a"}) String twice,
//                         ^ CHOICE_TWICE: Choices.twice: @Choice choice (a) must be listed once; remove this one
        @Choice({"a\nb\u001b", "a\nb\u001b"}) String twiceLines,
//                             ^ CHOICE_TWICE: Choices.twiceLines: @Choice choice (a\nb\u001b) must be listed once; remove this one
        @Choice({"16", "016"}) int twiceInt,
//                     ^ CHOICE_TWICE: Choices.twiceInt: @Choice choice (016) must be listed once; remove this one
        @Choice({"1", "x"}) int notInt,
//                    ^ CHOICE_UNREADABLE: Choices.notInt: @Choice choice (x) must be an int; write a whole number from -2147483648 to 2147483647
        @Choice({"3000000000"}) int overflow,
//               ^ CHOICE_UNREADABLE: Choices.overflow: @Choice choice (3000000000) must be an int; write a whole number from -2147483648 to 2147483647
        @Choice({"1.5"}) long notLong,
//               ^ CHOICE_UNREADABLE: Choices.notLong: @Choice choice (1.5) must be a long; write a whole number from -9223372036854775808 to 9223372036854775807
        @Choice({"0.5", "half"}) double notDouble,
//                      ^ CHOICE_UNREADABLE: Choices.notDouble: @Choice choice (half) must be a double; write a number such as 0.5 or 1e-3
        @Choice({"NaN", "1e999"}) double notFinite,
//               ^ CHOICE_NOT_FINITE: Choices.notFinite: @Choice choice (NaN) must be a finite number; write the largest or smallest that makes sense
//                      ^ CHOICE_NOT_FINITE: Choices.notFinite: @Choice choice (1e999) must be a finite number; write the largest or smallest that makes sense
        @Choice({"yes"}) boolean notBoolean,
//               ^ CHOICE_UNREADABLE: Choices.notBoolean: @Choice choice (yes) must be true or false; write it in small letters, or leave the annotation out for both
        @Choice({"RELU", "TANHH"}) Activation misspelt,
//                       ^ CHOICE_UNREADABLE: Choices.misspelt: @Choice choice (TANHH) must be a constant of Activation; did you mean TANH?
        @Ordinal({"RELU", "quite different"}) Activation unknown,
//                        ^ CHOICE_UNREADABLE: Choices.unknown: @Ordinal choice (quite different) must be a constant of Activation; there are RELU, TANH
        @Choice("x") int single,
//              ^ CHOICE_UNREADABLE: Choices.single: @Choice choice (x) must be an int; write a whole number from -2147483648 to 2147483647
        Nothing nothing,
//              ^ ENUM_EMPTY: Choices.nothing: enum (Nothing) must have constants; each is a choice
        @Size(min = 1, max = 2) @Choice({"a", "a"}) List<String> elements) {
//                                            ^ CHOICE_TWICE: Choices.elements: @Choice choice (a) must be listed once; remove this one
    enum Activation {
        RELU,
        TANH
    }

    enum Nothing {}
}
