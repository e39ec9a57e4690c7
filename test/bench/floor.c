/* The flat core of an uncertainty analysis: min-max, weights drawn for each run, weighted means that skip what is missing,
   ranks. No tree, no ties, no statistics: what the processor needs for the arithmetic and the ranking alone.
   cc -O3 -march=native floor.c -o floor && ./floor units indicators runs; prints milliseconds with and without ranking. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RUNS = 4, LANES = 8 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static uint64_t state = 42;
static double draw(void) {
  state += 0x9e3779b97f4a7c15ull;
  uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

typedef double vector __attribute__((vector_size(32), aligned(8)));

/* Sums of four runs over eight units, in registers; missing numbers are 0 in x and in m. With `by`: divides by them. */
static void block(const double *x, int columns, const double *w, double *out, int stride, int by) {
  vector s0[RUNS] = {{0}}, s1[RUNS] = {{0}};
  for (int c = 0; c < columns; c++) {
    const vector x0 = *(const vector *)(x + c * LANES), x1 = *(const vector *)(x + c * LANES + 4);
#pragma GCC unroll 4
    for (int r = 0; r < RUNS; r++) {
      s0[r] += w[c * RUNS + r] * x0;
      s1[r] += w[c * RUNS + r] * x1;
    }
  }
  for (int r = 0; r < RUNS; r++) {
    vector *o = (vector *)(out + (size_t)r * stride);
    o[0] = by ? o[0] / s0[r] : s0[r];
    o[1] = by ? o[1] / s1[r] : s1[r];
  }
}

static void rank(const double *score, int n, int *ranks, double *sorted, int *whose, int *bucket, int *ends) {
  double most = -INFINITY, least = INFINITY;
  for (int u = 0; u < n; u++) {
    most = score[u] > most ? score[u] : most;
    least = score[u] < least ? score[u] : least;
  }
  double scale = (n - 1) / (most - least);
  memset(ends, 0, (n + 1) * sizeof *ends);
  for (int u = 0; u < n; u++) ends[(bucket[u] = (int)((most - score[u]) * scale)) + 1]++;
  for (int b = 0; b < n; b++) ends[b + 1] += ends[b];
  for (int u = 0; u < n; u++) {
    int at = ends[bucket[u]]++;
    sorted[at] = score[u];
    whose[at] = u;
  }
  for (int i = 1; i < n; i++) {
    double s = sorted[i];
    int u = whose[i], at = i;
    for (; at > 0 && sorted[at - 1] < s; at--) {
      sorted[at] = sorted[at - 1];
      whose[at] = whose[at - 1];
    }
    sorted[at] = s;
    whose[at] = u;
  }
  for (int i = 0; i < n; i++) ranks[whose[i]] = i + 1;
}

int main(int argc, char **argv) {
  if (argc < 4) return 1;
  int n = atoi(argv[1]), columns = atoi(argv[2]), runs = atoi(argv[3]);
  int stride = (n + LANES - 1) / LANES * LANES;
  double *x = calloc((size_t)columns * stride, sizeof *x), *m = calloc((size_t)columns * stride, sizeof *m);
  double *w = calloc(RUNS * columns, sizeof *w), *out = calloc((size_t)RUNS * stride, sizeof *out);
  double *sorted = calloc(n, sizeof *sorted);
  int *ranks = calloc(n, sizeof *ranks), *whose = calloc(n, sizeof *whose);
  int *bucket = calloc(n, sizeof *bucket), *ends = calloc(n + 1, sizeof *ends);
  /* Eight units side by side, column after column. */
  for (int u = 0; u < n; u++)
    for (int c = 0; c < columns; c++) {
      size_t at = (size_t)(u / LANES * columns + c) * LANES + u % LANES;
      m[at] = draw() >= 0.02;
      x[at] = m[at] * draw();
    }
  double check = 0, ranking = 0, start = now();
  for (int run = 0; run < runs; run += RUNS) {
    for (int i = 0; i < RUNS * columns; i++) w[i] = 1 + 0.25 * (2 * draw() - 1);
    for (int u = 0; u < n; u += LANES) {
      block(x + (size_t)u * columns, columns, w, out + u, stride, 0);
      block(m + (size_t)u * columns, columns, w, out + u, stride, 1);
    }
    double before = now();
    for (int r = 0; r < RUNS; r++) {
      rank(out + (size_t)r * stride, n, ranks, sorted, whose, bucket, ends);
      check += ranks[0];
    }
    ranking += now() - before;
  }
  double all = now() - start;
  printf("%f %f %f\n", all, all - ranking, check);
  return 0;
}
