// SPDX-License-Identifier: Apache-2.0
package dev.hpo.gp;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What is predicted of configurations that have not been tried. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Predictor {

    /** Predicts at many points. */
    Predictions predict(List<double[]> points);

    /** Predicts at one point, with the derivatives by its coordinates. */
    Slope slope(double[] point);
}
