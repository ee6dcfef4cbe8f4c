// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tests that are run as Eclipse and VS Code run them: by Eclipse's test runner in a process of its own, which tells over a socket
 * what becomes of them.
 *
 * @param messages what it has told, line by line
 * @param console what the process has printed
 */
record EclipseRun(List<String> messages, String console) {

    private static final String NODE = "%TSTTREE";

    /** The commas within a field of a message have a backslash before them. */
    private static final String FIELD_END = "(?<!\\\\),";

    /** A runner that never calls must not hang the build; none takes a hundredth of this. */
    private static final int MILLIS = 300_000;

    /**
     * Runs tests.
     *
     * @param folder where their studies go
     * @param selection the runner's options that say which tests
     */
    static EclipseRun of(Path folder, String... selection) throws IOException, InterruptedException {
        Path console = Files.createTempFile(folder, "console", ".txt");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(MILLIS);
            Process process = new ProcessBuilder(command(folder, server.getLocalPort(), selection))
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            try (Socket runner = server.accept();
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(runner.getInputStream(), StandardCharsets.UTF_8))) {
                runner.setSoTimeout(MILLIS);
                List<String> messages = lines.lines().toList();
                String printed = ended(process, console);
                assertThat(messages).as(printed).isNotEmpty();
                return new EclipseRun(messages, printed);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static String ended(Process process, Path console) throws IOException, InterruptedException {
        assertThat(process.waitFor()).as("exit code").isZero();
        return Files.readString(console);
    }

    private static List<String> command(Path folder, int port, String... selection) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhpo.directory=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.eclipse.jdt.internal.junit.runner.RemoteTestRunner",
                "-version",
                "3",
                "-port",
                String.valueOf(port),
                "-testLoaderClass",
                "org.eclipse.jdt.internal.junit5.runner.JUnit5TestLoader",
                "-loaderpluginname",
                "org.eclipse.jdt.junit5.runtime"));
        command.addAll(List.of(selection));
        return command;
    }

    /** Returns the names of the nodes below the test methods, in the order in which they were added to the tree. */
    List<String> trials() {
        return nodes().filter(node -> node.id().contains("/[test-template-invocation:"))
                .map(Node::name)
                .toList();
    }

    /** Returns the unique id of a node by its name. */
    String id(String name) {
        return nodes().filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + messages))
                .id();
    }

    /** Returns the names of the nodes that a kind of message is about. */
    List<String> named(String kind) {
        Map<String, String> names = nodes().collect(Collectors.toMap(Node::number, Node::name));
        return messages.stream()
                .filter(message -> message.startsWith(kind))
                .map(message -> names.get(message.substring(8).split(FIELD_END, -1)[0]))
                .toList();
    }

    private Stream<Node> nodes() {
        return messages.stream().filter(message -> message.startsWith(NODE)).map(Node::parse);
    }

    private record Node(String number, String name, String id) {

        static Node parse(String message) {
            List<String> fields = Stream.of(message.substring(NODE.length()).split(FIELD_END, -1))
                    .map(field -> field.replace("\\,", ","))
                    .toList();
            return new Node(fields.get(0), fields.get(6), fields.get(8));
        }
    }
}
