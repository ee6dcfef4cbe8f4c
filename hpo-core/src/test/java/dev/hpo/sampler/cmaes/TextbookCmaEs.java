// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** The method of Hansen's tutorial, appendix A, written down as it stands there, with a decomposition each generation. */
final class TextbookCmaEs {

    private final int n;
    private final int lambda;
    private final double[] w;
    RealVector m;
    double sigma;
    RealMatrix c;
    private RealVector pSigma;
    private RealVector pC;
    private int g;

    TextbookCmaEs(double[] mean, double sigma, int lambda) {
        this.n = mean.length;
        this.lambda = lambda;
        this.m = new ArrayRealVector(mean);
        this.sigma = sigma;
        this.c = MatrixUtils.createRealIdentityMatrix(n);
        this.pSigma = new ArrayRealVector(n);
        this.pC = new ArrayRealVector(n);
        this.w = weights();
    }

    private double prime(int i) {
        return Math.log((lambda + 1) / 2.0) - Math.log(i);
    }

    private double muEff(int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i <= to; i++) {
            sum += prime(i);
            squares += prime(i) * prime(i);
        }
        return sum * sum / squares;
    }

    private double muEff() {
        return muEff(1, lambda / 2);
    }

    private double c1() {
        return 2 / (Math.pow(n + 1.3, 2) + muEff());
    }

    private double cMu() {
        return Math.min(1 - c1(), 2 * (0.25 + muEff() + 1 / muEff() - 2) / (Math.pow(n + 2, 2) + 2 * muEff() / 2));
    }

    private double[] weights() {
        double muEffMinus = muEff(lambda / 2 + 1, lambda);
        double alphaMuMinus = 1 + c1() / cMu();
        double alphaMuEffMinus = 1 + 2 * muEffMinus / (muEff() + 2);
        double alphaPosDefMinus = (1 - c1() - cMu()) / (n * cMu());
        double positive = 0;
        double negative = 0;
        for (int i = 1; i <= lambda; i++) {
            positive += Math.max(0, prime(i));
            negative += Math.max(0, -prime(i));
        }
        double[] all = new double[lambda];
        for (int i = 1; i <= lambda; i++) {
            all[i - 1] = prime(i) >= 0
                    ? prime(i) / positive
                    : prime(i) / negative * Math.min(alphaMuMinus, Math.min(alphaMuEffMinus, alphaPosDefMinus));
        }
        return all;
    }

    /** Updates the distribution by points, the best first. */
    void update(double[][] ranked) {
        RealMatrix root = new EigenDecomposition(c).getSquareRoot();
        RealMatrix inverseRoot = MatrixUtils.inverse(root);
        RealVector[] y = new RealVector[lambda];
        RealVector yw = new ArrayRealVector(n);
        for (int i = 0; i < lambda; i++) {
            y[i] = new ArrayRealVector(ranked[i]).subtract(m).mapDivide(sigma);
            yw = yw.add(y[i].mapMultiply(Math.max(0, w[i])));
        }
        m = m.add(yw.mapMultiply(sigma));
        double cSigma = (muEff() + 2) / (n + muEff() + 5);
        double dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff() - 1) / (n + 1)) - 1) + cSigma;
        double chi = Math.sqrt(n) * (1 - 1.0 / (4 * n) + 1.0 / (21.0 * n * n));
        pSigma = pSigma.mapMultiply(1 - cSigma)
                .add(inverseRoot.operate(yw).mapMultiply(Math.sqrt(cSigma * (2 - cSigma) * muEff())));
        sigma *= Math.exp(cSigma / dSigma * (pSigma.getNorm() / chi - 1));
        double correction = Math.sqrt(1 - Math.pow(1 - cSigma, 2 * (g + 1)));
        double h = pSigma.getNorm() / correction < (1.4 + 2.0 / (n + 1)) * chi ? 1 : 0;
        updateCovariance(y, yw, h, inverseRoot);
        g++;
    }

    private void updateCovariance(RealVector[] y, RealVector yw, double h, RealMatrix inverseRoot) {
        double cC = (4 + muEff() / n) / (n + 4 + 2 * muEff() / n);
        pC = pC.mapMultiply(1 - cC).add(yw.mapMultiply(h * Math.sqrt(cC * (2 - cC) * muEff())));
        double sum = 0;
        RealMatrix next = pC.outerProduct(pC).scalarMultiply(c1());
        for (int i = 0; i < lambda; i++) {
            sum += w[i];
            double circle = w[i] >= 0
                    ? w[i]
                    : w[i] * n / Math.pow(inverseRoot.operate(y[i]).getNorm(), 2);
            next = next.add(y[i].outerProduct(y[i]).scalarMultiply(cMu() * circle));
        }
        double delta = (1 - h) * cC * (2 - cC);
        c = next.add(c.scalarMultiply(1 + c1() * delta - c1() - cMu() * sum));
    }
}
