// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What has become of an operation.
 *
 * @param counted whether it had an effect; if not, it did not fit what stood before it in the file
 * @param id the id of the study or trial that it created, or that it was about; -1 if there is none
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Receipt(boolean counted, int id) {

    static final Receipt SKIPPED = new Receipt(false, -1);
}
