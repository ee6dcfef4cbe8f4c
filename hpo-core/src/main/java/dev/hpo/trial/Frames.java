// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the user's code in a stack trace. */
final class Frames {

    private static final String AT = "\tat ";

    /** What runs users' code, or is called by it, on most ways to a fault. */
    private static final List<String> OF_OTHERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "groovy.",
            "org.codehaus.groovy.",
            "org.apache.groovy.",
            "org.junit.",
            "org.opentest4j.",
            "org.assertj.",
            "org.hamcrest.",
            "org.apache.maven.",
            "org.gradle.",
            "com.intellij.",
            "org.eclipse.",
            "dev.hpo.junit.");

    private static final List<String> OF_HPO = List.of(
            "dev.hpo.annotations.",
            "dev.hpo.space.",
            "dev.hpo.trial.",
            "dev.hpo.study.",
            "dev.hpo.storage.",
            "dev.hpo.sampler.",
            "dev.hpo.pruner.");

    private Frames() {}

    /**
     * Returns the first frame of the user's code, nearest to the fault; empty if there is none.
     *
     * @param lines a stack trace
     * @param root the line with which its last cause begins, whose frames come first; those that it shares with the one before are only there
     * @param study the name of the study, which begins with that of a class
     */
    static String of(List<String> lines, int root, String study) {
        String home = home(study);
        return first(lines, root, frame -> !home.isEmpty() && frame.startsWith(home) && !isAny(frame, OF_HPO))
                .or(() -> first(lines, root, frame -> !isAny(frame, OF_OTHERS) && !isAny(frame, OF_HPO)))
                .map(VisibleText::of)
                .orElse("");
    }

    private static Optional<String> first(List<String> lines, int root, Predicate<String> test) {
        return Stream.concat(lines.stream().skip(root), lines.stream().limit(root))
                .filter(line -> line.startsWith(AT))
                .map(line -> frame(line.substring(AT.length())))
                .filter(test)
                .findFirst();
    }

    /** Leaves out the class loader and the module: {@code app//com.acme.Rows.read(Rows.java:12)}. */
    private static String frame(String text) {
        int parenthesis = text.indexOf('(');
        return text.substring(text.lastIndexOf('/', parenthesis < 0 ? text.length() : parenthesis) + 1);
    }

    /** Returns the first two parts of the package that the test is in, since the rest of the user's code most often has them too. */
    private static String home(String study) {
        String[] parts = study.split("\\.", -1);
        boolean isInPackage = parts.length >= 3 && Character.isLowerCase(study.charAt(0));
        boolean isShort = parts.length == 3 || (isInPackage && isType(parts[1]));
        return isInPackage ? parts[0] + "." + (isShort ? "" : parts[1] + ".") : "";
    }

    private static boolean isType(String part) {
        return !part.isEmpty() && Character.isUpperCase(part.charAt(0));
    }

    private static boolean isAny(String frame, List<String> beginnings) {
        return beginnings.stream().anyMatch(frame::startsWith);
    }
}
