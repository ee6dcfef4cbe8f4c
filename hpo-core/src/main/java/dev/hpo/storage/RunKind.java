// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What the trials of a run are for. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum RunKind {
    /** They search for the best configuration. Only such a run is continued, replayed, and searched for the best. */
    SEARCH,
    /** They repeat the best configurations of a search, to see how far they can be trusted. */
    CONFIRM,
    /** They repeat the accepted configuration of a search, to see whether it still is as good as it was. */
    RETEST
}
