// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The text of an answer, if it is not too long: who answers need not be MLflow. */
final class LimitedBody implements BodySubscriber<String> {

    private final int most;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private volatile @Nullable Subscription subscription;

    /**
     * Creates a text.
     *
     * @param most the largest number of bytes
     */
    LimitedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (text.isDone()) {
                return;
            }
            if (content.size() + part.remaining() > most) {
                stop();
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            content.writeBytes(bytes);
        }
    }

    private void stop() {
        Subscription begun = subscription;
        if (begun != null) {
            begun.cancel();
        }
        text.completeExceptionally(new IOException("its answer must not be longer than " + most + " bytes"));
    }

    @Override
    public void onError(Throwable fault) {
        text.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        text.complete(content.toString(StandardCharsets.UTF_8));
    }
}
