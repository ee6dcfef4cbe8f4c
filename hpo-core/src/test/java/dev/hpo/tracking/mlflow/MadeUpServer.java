// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers as MLflow does, as far as it is asked here, and keeps what it is told. */
final class MadeUpServer implements AutoCloseable {

    static final MlflowServer.Waits WAITS = waits(Duration.ofSeconds(20));

    private final HttpServer server;

    /** All requests: what for, and with which header Authorization. */
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** Runs by their names, a second one of a name as the name and {@code again}. */
    final Map<String, Run> runs = Collections.synchronizedMap(new LinkedHashMap<>());

    final List<String> files = Collections.synchronizedList(new ArrayList<>());
    final List<Integer> entriesAtOnce = Collections.synchronizedList(new ArrayList<>());

    /** Answers in place of the usual ones, by what is asked for: a status, or 0 for the usual answer. */
    volatile Function<String, Integer> troubles = path -> 0;

    /** What it says of that. */
    volatile String trouble = "it is \u001b broken\nand more";

    /** Whether runs are made, but the answer that says so is lost on its way. */
    volatile boolean isLosingAnswers;

    /** Whether it begins to answer, and then nothing comes. */
    volatile boolean isHanging;

    /** What lists of runs name as the next page. */
    volatile String nextPage = "";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    volatile String artifacts = "mlflow-artifacts:/7/";
    private volatile boolean isMade;

    MadeUpServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static MlflowServer.Waits waits(Duration answering) {
        return new MlflowServer.Waits(
                Duration.ofSeconds(20), answering, Duration.ofSeconds(20), Duration.ofMillis(1), 100_000);
    }

    MlflowServer client(MlflowCredentials credentials) {
        return new MlflowServer(address(), credentials, WAITS);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/2\\.0/", "");
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(path + " " + String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        int status = troubles.apply(path);
        if (isHanging) {
            hang(exchange);
        } else if (status != 0) {
            answer(exchange, status, Map.of("error_code", "TROUBLE", "message", trouble));
        } else if (path.startsWith("mlflow-artifacts/")) {
            files.add(path + ": " + new String(body, StandardCharsets.UTF_8));
            answer(exchange, 200, Map.of());
        } else {
            answer(
                    exchange,
                    path.replaceFirst("^mlflow/", ""),
                    body.length == 0 ? Map.of() : JSON.std.mapFrom(new String(body, StandardCharsets.UTF_8)));
        }
    }

    private void hang(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 10);
        exchange.getResponseBody().flush();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String what, Map<String, Object> asked) throws IOException {
        switch (what) {
            case "experiments/get-by-name" -> {
                Map<String, ?> found = Map.of("experiment", Map.of("experiment_id", "7", "lifecycle_stage", "active"));
                answer(exchange, isMade ? 200 : 404, isMade ? found : Map.of("error_code", "RESOURCE_DOES_NOT_EXIST"));
            }
            case "experiments/create" -> {
                isMade = true;
                answer(exchange, 200, Map.of("experiment_id", "7"));
            }
            case "runs/create" -> answer(exchange, isLosingAnswers ? 504 : 200, Map.of("run", shown(created(asked))));
            case "runs/search" ->
                answer(
                        exchange,
                        200,
                        nextPage.isEmpty()
                                ? Map.of("runs", found(String.valueOf(asked.get("filter"))))
                                : Map.of("next_page_token", nextPage));
            case "runs/log-batch" -> {
                log(asked);
                answer(exchange, 200, Map.of());
            }
            case "runs/update" -> {
                run(asked).status = String.valueOf(asked.get("status"));
                answer(exchange, 200, Map.of());
            }
            default -> answer(exchange, 400, Map.of("error_code", "UNKNOWN", "message", what));
        }
    }

    private Run created(Map<String, Object> asked) {
        String given = String.valueOf(asked.get("run_name"));
        String name = runs.containsKey(given) ? given + " again" : given;
        Run run = new Run("id of " + name, value(asked, "start_time"));
        run.tags.putAll(pairs(asked, "tags"));
        runs.put(name, run);
        return run;
    }

    private List<Map<String, Object>> found(String filter) {
        List<String> parts = List.of(filter.split("[`']", -1));
        return runs.values().stream()
                .filter(run -> parts.get(3).equals(run.tags.get(parts.get(1))))
                .map(this::shown)
                .toList();
    }

    private Map<String, Object> shown(Run run) {
        List<Map<String, Object>> tags = new ArrayList<>();
        run.tags.forEach((key, value) -> tags.add(Map.of("key", key, "value", value)));
        Map<String, Object> info = Map.of(
                "run_id",
                run.id,
                "status",
                run.status,
                "start_time",
                run.begin,
                "artifact_uri",
                artifacts + "artifacts");
        return Map.of("info", info, "data", Map.of("tags", tags));
    }

    private void log(Map<String, Object> asked) {
        Run run = run(asked);
        List<?> metrics = (List<?>) value(asked, "metrics");
        Map<String, Object> params = pairs(asked, "params");
        Map<String, Object> tags = pairs(asked, "tags");
        assertThat(params).hasSizeLessThanOrEqualTo(100);
        assertThat(tags).hasSizeLessThanOrEqualTo(100);
        entriesAtOnce.add(metrics.size() + params.size() + tags.size());
        metrics.forEach(metric ->
                run.times.add(Long.parseLong(value(metric, "timestamp").toString())));
        metrics.forEach(metric ->
                run.metrics.add(value(metric, "key") + " " + value(metric, "step") + ": " + value(metric, "value")));
        run.params.putAll(params);
        run.tags.putAll(tags);
    }

    private Run run(Map<String, Object> asked) {
        return runs.values().stream()
                .filter(run -> run.id.equals(asked.get("run_id")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> pairs(Map<String, Object> asked, String name) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        ((List<?>) value(asked, name))
                .forEach(entry -> pairs.put(String.valueOf(value(entry, "key")), value(entry, "value")));
        return pairs;
    }

    private static Object value(Object map, String key) {
        return Objects.requireNonNull(((Map<?, ?>) map).get(key));
    }

    /** A run, and all that was logged of it. */
    static final class Run {

        final Map<String, Object> tags = new LinkedHashMap<>();
        final Map<String, Object> params = new LinkedHashMap<>();
        final List<String> metrics = new ArrayList<>();
        final List<Long> times = new ArrayList<>();
        volatile String status = "RUNNING";
        private final String id;
        private final Object begin;

        private Run(String id, Object begin) {
            this.id = id;
            this.begin = begin;
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> answer) throws IOException {
        exchange.getResponseHeaders().add("Location", "https://ada:s3cret@login.example.org/in?token=t0ken");
        byte[] text = JSON.std.asString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }
}
