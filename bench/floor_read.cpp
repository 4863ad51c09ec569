// The least that reading a file of polygons can cost: GDAL gives every field and every vertex, nothing is
// kept. What loading takes is compared with this.
//
//     floor_read FILE TIMES   "loop MILLISECONDS", so many times

#include <ogrsf_frmts.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

double sumOf(const OGRPolygon &polygon)
{
    double sum = 0;
    for (const OGRLinearRing *ring : polygon)
        for (int i = 0; i < ring->getNumPoints(); ++i)
            sum += ring->getX(i) + ring->getY(i);
    return sum;
}

/// A sum over all vertices, so that none can be left out.
double readAll(const char *file)
{
    double sum = 0;
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(file, GDAL_OF_VECTOR));
    if (!dataset || dataset->GetLayerCount() == 0)
        return sum;
    for (const auto &feature : *dataset->GetLayer(0)) {
        const OGRGeometry *geometry = feature->GetGeometryRef();
        if (geometry && wkbFlatten(geometry->getGeometryType()) == wkbPolygon)
            sum += sumOf(*geometry->toPolygon());
        else if (geometry)
            for (const OGRPolygon *polygon : *geometry->toMultiPolygon())
                sum += sumOf(*polygon);
    }
    return sum;
}

} // namespace

int main(int argc, char *argv[])
{
    const int times = argc > 2 ? std::atoi(argv[2]) : 1;
    RegisterOGRShape();
    if (argc < 2 || readAll(argv[1]) == 0) { // the first time does not count
        std::fputs("Usage: floor_read FILE.shp TIMES, a file of polygons\n", stderr);
        return 2;
    }
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        readAll(argv[1]);
        const auto end = std::chrono::steady_clock::now();
        std::printf("loop %.6g\n", std::chrono::duration<double, std::milli>(end - start).count());
    }
    return 0;
}
