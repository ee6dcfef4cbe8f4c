// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A class as search space. */
// tag::class[]
@SearchSpace
public class CrawlerConfig {

    @Uniform(min = 1, max = 64)
    private int threads = 8;

    @LogUniform(min = 10, max = 10_000)
    private int queueLength = 100;

    private String userAgent = "crawler"; // no annotation: not tuned

    public int getThreads() {
        return threads;
    }

    public void setThreads(int threads) {
        this.threads = threads;
    }

    public int getQueueLength() {
        return queueLength;
    }

    public void setQueueLength(int queueLength) {
        this.queueLength = queueLength;
    }

    public String getUserAgent() {
        return userAgent;
    }

    public void setUserAgent(String userAgent) {
        this.userAgent = userAgent;
    }
}
// end::class[]
