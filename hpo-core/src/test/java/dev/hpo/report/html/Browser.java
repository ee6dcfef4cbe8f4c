// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, spoken to in its DevTools protocol. What the page complains of is kept. */
final class Browser implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<Map<String, Object>> received;
    private final List<String> complaints = new ArrayList<>();
    private int sent;

    private Browser(Process process, WebSocket socket, LinkedBlockingQueue<Map<String, Object>> received) {
        this.process = process;
        this.socket = socket;
        this.received = received;
    }

    /** Returns the Chromium of this machine; the environment's {@code CHROMIUM} names another one. */
    static Optional<Path> installed() {
        String named = System.getenv().getOrDefault("CHROMIUM", "");
        return Stream.of(
                        named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/usr/bin/google-chrome-stable")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param profile a folder of its own
     */
    static Browser start(Path executable, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
        String port = port(process, profile.resolve("DevToolsActivePort"));
        String address = address(URI.create("http://127.0.0.1:" + port + "/json/list"));
        LinkedBlockingQueue<Map<String, Object>> received = new LinkedBlockingQueue<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Messages(received))
                .join();
        Browser browser = new Browser(process, socket, received);
        browser.call("Page.enable", Map.of());
        browser.call("Runtime.enable", Map.of());
        browser.call("Log.enable", Map.of());
        return browser;
    }

    private static String address(URI pages) throws IOException {
        try (InputStream text = pages.toURL().openStream()) {
            for (Object page : JSON.std.listFrom(text)) {
                if (page instanceof Map<?, ?> facts && "page".equals(facts.get("type"))) {
                    return String.valueOf(facts.get("webSocketDebuggerUrl"));
                }
            }
        }
        throw new IOException("Chromium must have a page");
    }

    /** The file appears when the browser listens. */
    private static String port(Process process, Path file) throws IOException, InterruptedException {
        for (long begun = System.nanoTime(); System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS); ) {
            if (Files.isRegularFile(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > 1) {
                    return lines.get(0);
                }
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IOException("Chromium did not begin to listen; see browser.log beside " + file);
    }

    /** Opens a page and waits until it has loaded and, if it is one with scripts, says that it is ready. */
    void open(Path page) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        await("Page.loadEventFired");
    }

    /** Makes the window so large, with dark or light pages. */
    void show(int width, int height, boolean isDark) throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    }

    /** Returns what an expression comes to, as text; promises are waited for. */
    String evaluate(String expression) throws IOException, InterruptedException {
        Map<String, Object> answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new IOException(expression + ": " + answer.get("exceptionDetails"));
        }
        return String.valueOf(member(answer, "result").get("value"));
    }

    /** Moves the mouse from one place to another with its button pressed; to the same place, it clicks there. */
    void drag(double fromX, double fromY, double toX, double toY) throws IOException, InterruptedException {
        mouse("mouseMoved", fromX, fromY, 0);
        mouse("mousePressed", fromX, fromY, 1);
        for (int step = 1; step <= 5 && (fromX != toX || fromY != toY); step++) {
            mouse("mouseMoved", fromX + (toX - fromX) * step / 5, fromY + (toY - fromY) * step / 5, 1);
        }
        mouse("mouseReleased", toX, toY, 1);
    }

    void moveTo(double x, double y) throws IOException, InterruptedException {
        mouse("mouseMoved", x, y, 0);
    }

    private void mouse(String type, double x, double y, int buttons) throws IOException, InterruptedException {
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", buttons == 0 ? "none" : "left", "clickCount", 1));
    }

    void press(String key) throws IOException, InterruptedException {
        Map<String, Object> event = Map.of("key", key, "code", key, "text", key.equals("Enter") ? "\r" : "");
        for (String type : List.of("keyDown", "keyUp")) {
            Map<String, Object> all = new HashMap<>(event);
            all.put("type", type);
            call("Input.dispatchKeyEvent", all);
        }
    }

    /** Writes what the page looks like, all of it. */
    void screenshot(Path file) throws IOException, InterruptedException {
        Map<String, Object> answer =
                call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", false));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(String.valueOf(answer.get("data"))));
    }

    /** Returns the errors and warnings of all pages so far. */
    List<String> complaints() throws IOException, InterruptedException {
        evaluate("0");
        return List.copyOf(complaints);
    }

    private Map<String, Object> call(String method, Map<String, Object> parameters)
            throws IOException, InterruptedException {
        int id = ++sent;
        socket.sendText(JSON.std.asString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            Map<String, Object> message = next(method);
            if (message.get("id") instanceof Integer answered && answered == id) {
                if (message.containsKey("error")) {
                    throw new IOException(method + ": " + message.get("error"));
                }
                return member(message, "result");
            }
        }
    }

    private void await(String event) throws IOException, InterruptedException {
        while (!event.equals(next(event).get("method"))) {
            // What is not a complaint, and not waited for, is nothing.
        }
    }

    private Map<String, Object> next(String awaited) throws IOException, InterruptedException {
        Map<String, Object> message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new IOException("Chromium must answer; it did not to " + awaited);
        }
        String method = String.valueOf(message.get("method"));
        String text = String.valueOf(message.get("params"));
        boolean isLog = method.equals("Log.entryAdded");
        boolean isCall = method.equals("Runtime.consoleAPICalled") && !text.contains("type=log");
        if (isLog || isCall || method.equals("Runtime.exceptionThrown")) {
            complaints.add(text);
        }
        return message;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> member(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.getOrDefault(key, Map.of());
    }

    /** Its children end with it, so that the folder of its profile can be deleted. */
    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
    }

    /** Puts parts together, and hands on the wholes. */
    private static final class Messages implements WebSocket.Listener {

        private final LinkedBlockingQueue<Map<String, Object>> received;
        private final StringBuilder text = new StringBuilder();

        Messages(LinkedBlockingQueue<Map<String, Object>> received) {
            this.received = received;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    received.add(JSON.std.mapFrom(text.toString()));
                } catch (IOException e) {
                    received.add(Map.of("method", "Runtime.exceptionThrown", "params", e.toString()));
                }
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
