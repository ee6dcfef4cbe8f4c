// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** The annotations and the type of a member, made at random. */
final class RandomMember {

    private static final String AT = "@dev.hpo.annotations.";
    private static final String TEXT = "java.lang.String";

    /** Texts in Java's own escapes, as a source would have them. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "\\\\",
            "\\\"",
            "\\n",
            "\\r",
            "\\t",
            "$",
            "$L",
            "\\u00e9",
            "\\u2028",
            "\\ud83d\\ude00",
            "\\u0001",
            "\\\\u0041",
            "//",
            "*/",
            "%s",
            "{",
            "}",
            "true",
            "1",
            "a,b",
            "#",
            "=");

    /** Members with a fault that is reported at them, whatever they are called. */
    private static final List<String> BAD = List.of(
            "@Uniform(min = 2, max = 1) double",
            "@Uniform(min = 1, max = 1) float",
            "@Uniform(min = 0.5, max = 2) int",
            "@Uniform(min = 0, max = 1e10) int",
            "@Uniform(min = 0, max = 1e300) long",
            "@Uniform(min = 0.0 / 0.0, max = 1) double",
            "@Uniform(min = 0, max = 10, step = 3) int",
            "@Uniform(min = 0, max = 1, step = -1) double",
            "@LogUniform(min = 0, max = 1) double",
            "@LogUniform(min = 1, max = 2, levels = 1) double",
            "@OneMinusLog(min = 0, max = 1) double",
            "@Logit(min = 0, max = 0.5) double",
            "@Logit(min = 0.1, max = 0.5) int",
            "@Uniform(min = 0, max = 1) java.lang.String",
            "@Uniform(min = 0, max = 1) boolean",
            "@Choice({}) java.lang.String",
            "@Choice({\"a\", \"a\"}) java.lang.String",
            "@Choice({\"1\", \"01\"}) int",
            "@Choice({\"one\"}) java.lang.Integer",
            "@Choice({\"1e400\"}) double",
            "@Choice({\"yes\"}) boolean",
            "@Choice({\"0.5\"}) float",
            "@Ordinal({\"false\"}) boolean",
            "@Uniform(min = 0, max = 1) @LogUniform(min = 1, max = 2) double",
            "@Uniform(min = 0, max = 1) @Prior(near = 2) double",
            "@Uniform(min = 0, max = 1) @Prior double",
            "@Choice({\"a\"}) @Prior(choice = \"b\") java.lang.String",
            "@Choice({\"a\"}) @Prior(choice = \"a\", weight = 1) java.lang.String",
            "@dev.hpo.annotations.deeplearning.HiddenUnits @Adjustable int",
            "@Adjustable double",
            "@Size(min = 1, max = 2) boolean",
            "@Uniform(min = 0, max = 1) java.util.List<java.lang.Double>",
            "@Size(min = 1, max = 2) java.util.List<java.lang.Double>",
            "@Size(min = 3, max = 2) java.util.List<java.lang.Boolean>",
            "@Size(min = 1, max = 65) java.util.List<java.lang.Boolean>",
            "@Size(min = 1, max = 2) @Uniform(min = 0, max = 1) java.util.Set<java.lang.Double>",
            "@Name(\"with blank\") boolean",
            "@Name(\"\") boolean",
            "@FormerlyNamed(\"0\") boolean",
            "@Choice({\"a\"}) char",
            "@Uniform(min = 0, max = 1) short",
            "@Uniform(min = 0, max = 1) java.lang.Byte",
            "@Choice({\"a\"}) java.util.Optional<java.lang.String>",
            "@Uniform(min = 0, max = 1) int[]");

    private final Random random;

    RandomMember(Random random) {
        this.random = random;
    }

    String bad() {
        return BAD.get(random.nextInt(BAD.size())).replaceAll("@(?=[A-Z])", AT);
    }

    /** Returns a member without a fault; the types are those of an enum and perhaps a space. */
    String good(List<List<String>> types) {
        String enumType = String.join(".", types.get(0));
        return switch (random.nextInt(types.size() > 1 ? 12 : 10)) {
            case 0 -> real() + pick("double", "float", "java.lang.Double", "java.lang.Float");
            case 1 -> whole() + pick("int", "long", "java.lang.Integer", "java.lang.Long");
            case 2 -> texts() + TEXT;
            case 3 -> numbers() + pick("int", "long", "double", "java.lang.Integer", "java.lang.Double");
            case 4 -> flag() + "boolean";
            case 5 -> pick("", AT + "Ordinal ") + enumType;
            case 6 -> size() + real() + list(pick("java.lang.Double", "java.lang.Float"));
            case 7 -> size() + texts() + list(TEXT);
            case 8 -> size() + list(pick(enumType, "java.lang.Boolean"));
            case 9 -> believed();
            case 10 -> String.join(".", types.get(1));
            default -> size() + list(String.join(".", types.get(1)));
        };
    }

    private String believed() {
        return pick(
                AT + "LogUniform(min = 1e-3, max = 10) " + AT + "Prior(near = 0.5) double",
                AT + "Uniform(min = -3, max = 10) " + AT + "Prior(near = 7, spread = 0.3) long",
                AT + "Choice({\"\\u00e9\", \"$L\"}) " + AT + "Prior(choice = \"$L\", weight = 0.3) " + TEXT,
                AT + "Ordinal({\"1\", \"2\"}) " + AT + "Prior(choice = \"2\") int",
                AT + "Prior(choice = \"true\") boolean",
                AT + "Adjustable " + AT + "Uniform(min = 0, max = 1) float",
                AT + "deeplearning.Momentum " + AT + "Adjustable(false) double");
    }

    private String real() {
        double min = Math.scalb(random.nextDouble() + 0.01, random.nextInt(20) - 15);
        double max = min * (1.5 + random.nextInt(1000));
        return switch (random.nextInt(5)) {
            case 0 -> AT + "Uniform(min = " + -max + ", max = " + max + ") ";
            case 1 -> AT + "Uniform(min = 0, max = " + (1 + random.nextInt(9)) + ", step = 0.5) ";
            case 2 ->
                AT + "LogUniform(min = " + min + ", max = " + max + ", levels = " + (2 + random.nextInt(5)) + ") ";
            case 3 -> AT + pick("OneMinusLog ", "OneMinusLog(min = 0.5, max = 0.75) ");
            default -> AT + "Logit(min = 0.25, max = 0.75) ";
        };
    }

    private String whole() {
        int min = random.nextInt(1000) - 500;
        int width = 1 + random.nextInt(1000);
        return switch (random.nextInt(3)) {
            case 0 -> AT + "Uniform(min = " + min + ", max = " + (min + width) + ") ";
            case 1 -> AT + "Uniform(min = " + min + ", max = " + (min + 3 * width) + ", step = 3) ";
            default -> AT + "LogUniform(min = 1, max = " + (1 + width) + ") ";
        };
    }

    private String texts() {
        return pick(AT + "Choice({", AT + "Ordinal({") + some(TEXTS) + "}) ";
    }

    private String numbers() {
        return pick(AT + "Choice({", AT + "Ordinal({") + some(List.of("1", "-2", "+3", "0", "2147483647")) + "}) ";
    }

    private String flag() {
        return pick("", AT + "Choice({\"true\"}) ", AT + "Choice({\"true\", \"false\"}) ");
    }

    private String size() {
        int min = random.nextInt(3);
        return AT + "Size(min = " + min + ", max = " + (min + 1 + random.nextInt(2)) + ") ";
    }

    private static String list(String element) {
        return "java.util.List<" + element + ">";
    }

    private String some(List<String> texts) {
        Set<String> chosen = new LinkedHashSet<>();
        int number = 1 + random.nextInt(Math.min(30, texts.size()));
        for (int i = 0; i < number; i++) {
            chosen.add(texts.get(random.nextInt(texts.size())));
        }
        return chosen.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
    }

    private String pick(String... codes) {
        return codes[random.nextInt(codes.length)];
    }
}
