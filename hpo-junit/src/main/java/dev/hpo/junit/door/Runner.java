// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.TuningLauncher;
import dev.hpo.report.SummaryHints;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What runs the tests, and with which words it is asked to run a trial again. */
sealed interface Runner {

    /** Where a development environment is at hand, whatever runs the tests now. */
    String TREE = "or run the trial again in the test tree";

    /** Returns lines for the user, of which the first, up to an option that is for a JVM, can be pasted. */
    String replay(ReplayedTest test);

    /**
     * Finds out what runs the tests.
     *
     * @param isOurs whether our own launcher does
     */
    static Runner of(boolean isOurs, Surroundings around) {
        if (isOurs) {
            return new Launcher(around);
        }
        if (around.property("org.gradle.test.worker").isPresent()) {
            return new Gradle(around);
        }
        return around.property("basedir")
                .<Runner>map(folder -> new Maven(around, Path.of(folder)))
                .orElseGet(Other::new);
    }

    /**
     * Maven, with Surefire.
     *
     * @param module the folder of its module
     */
    record Maven(Surroundings around, Path module) implements Runner {

        private static final Pattern PROFILES = Pattern.compile("\\s(?:-P|--activate-profiles)[= ]?([\\w.,?!+-]+)");

        @Override
        public String replay(ReplayedTest test) {
            Stream<String> words = Stream.of(
                            Stream.of(around.program(module, "mvn", "mvnw"), "test"),
                            profiles(),
                            test.options().stream(),
                            Stream.of(
                                    "-Dtest=" + pattern(test.className()) + "#" + pattern(test.methodName()),
                                    // The other modules have no such test, where the build is started above this one.
                                    "-Dsurefire.failIfNoSpecifiedTests=false"))
                    .flatMap(part -> part);
            return around.line(words) + "\n" + TREE;
        }

        /** A profile may be what lets the test run. Maven's script leaves its command line in the environment. */
        private Stream<String> profiles() {
            return PROFILES.matcher(" " + around.mavenArguments()).results().map(found -> "-P" + found.group(1));
        }

        /** What Surefire takes for its own signs becomes its sign for any character. */
        private static String pattern(String method) {
            return method.replaceAll("[,+#*]|^\\s|\\s$", "?");
        }
    }

    /** Gradle, whose workers take no options from its command line, but from the environment. */
    record Gradle(Surroundings around) implements Runner {

        @Override
        public String replay(ReplayedTest test) {
            String options = String.join(
                    " ", test.options().stream().map(Gradle::toolOption).toList());
            String task = task();
            Stream<String> words = Stream.of(
                    around.program(around.folder(), "gradle", "gradlew"),
                    "-p",
                    around.folder().toString(),
                    // For Gradle, nothing has changed since the tests ran.
                    "clean" + Character.toUpperCase(task.charAt(0)) + task.substring(1),
                    task,
                    "--tests",
                    test.joined("."));
            String line = around.isWindows()
                    ? "cmd /c \"set JAVA_TOOL_OPTIONS=" + options + "&& " + around.line(words) + "\""
                    : "JAVA_TOOL_OPTIONS=" + around.quoted(options) + " " + around.line(words);
            return line + "\n" + TREE;
        }

        /** The JVM itself takes the variable apart: at blanks, and with quotes of either kind that nothing escapes. */
        private static String toolOption(String option) {
            String quote = option.indexOf('"') < 0 ? "\"" : "'";
            return option.matches("[^\\s\"']*") ? option : quote + option + quote;
        }

        /** The folder for temporary files is {@code build/tmp/test/work} for the task {@code test}. */
        private String task() {
            return around.property("org.gradle.internal.worker.tmpdir")
                    .map(Path::of)
                    .filter(folder -> folder.endsWith("work") && folder.getNameCount() > 1)
                    .map(folder -> folder.getName(folder.getNameCount() - 2).toString())
                    .orElse("test");
        }
    }

    /** {@link TuningLauncher}, with the command line that it was started with. */
    record Launcher(Surroundings around) implements Runner {

        /** Up to its value, a system property that may have what nobody is to read: none of ours or JUnit's, nor one that a JVM does not start without. */
        private static final Pattern PRIVATE = Pattern.compile(
                "^(-D(?!hpo\\.|junit\\.|user\\.(?:home|dir|name|language|country|timezone)=|java\\.(?:io\\.tmpdir|library\\.path)="
                        + "|(?:file|native|std(?:out|err))\\.encoding=)[^=]+=).+$",
                Pattern.DOTALL);

        /** An agent, of a debugger or a development environment, that is told something: without that it would not start. */
        private static final Pattern AGENT =
                Pattern.compile("^-(?:javaagent|agentlib|agentpath):[^=]+=.*$", Pattern.DOTALL);

        @Override
        public String replay(ReplayedTest test) {
            return around.line(Stream.of(
                            start().stream(),
                            test.asked().stream().flatMap(Launcher::option),
                            test.run().stream().boxed().flatMap(number -> Stream.of("--resume", number.toString())),
                            test.directory().stream().flatMap(folder -> Stream.of("--directory", folder.toString())),
                            Stream.of(test.joined("#")))
                    .flatMap(part -> part));
        }

        /** A trial is asked for in the launcher's own words. */
        private static Stream<String> option(String asked) {
            return asked.equals(ReplayedTest.REPLAY) ? Stream.of("--replay", SummaryHints.TRIAL) : Stream.of(asked);
        }

        /**
         * Returns the command up to the main class; one that does the same where that is not told, as by Linux of a long one. It goes into files that others read, as of a build
         * server, so that three dots stand for values that may be secret, and agents that are told something are left out.
         */
        private List<String> start() {
            int main = around.command().indexOf(TuningLauncher.class.getName());
            return main < 0
                    ? List.of(
                            around.property("java.home")
                                    .map(home -> Path.of(home, "bin", "java").toString())
                                    .orElse("java"),
                            "-cp",
                            around.property("java.class.path").orElse(""),
                            TuningLauncher.class.getName())
                    : around.command().subList(0, main + 1).stream()
                            .filter(word -> !AGENT.matcher(word).matches())
                            .map(word -> PRIVATE.matcher(word).replaceFirst("$1..."))
                            .toList();
        }
    }

    /** A development environment, most likely. */
    record Other() implements Runner {

        @Override
        public String replay(ReplayedTest test) {
            return String.join(" ", test.asked()) + " as an option of the JVM\n" + TREE;
        }
    }
}
