//! The slip's QR code.

use shouwen::exchange::{DeviceKey, qr_path, slip_text};
use shouwen::ledger::TicketNumber;

/// Draws the path back onto a grid.
fn grid(path: &str, side: usize) -> Vec<Vec<bool>> {
    let mut grid = vec![vec![false; side]; side];
    for run in path.split_terminator('z') {
        let (corner, rest) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
        let (x, y) = corner.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let (length, back) = rest.split_once("v1h-").unwrap();
        assert_eq!(length, back);
        let length: usize = length.parse().unwrap();
        assert!(x + length <= side, "a run leaves the grid");
        assert!(x == 0 || !grid[y][x - 1], "two runs touch");
        grid[y][x..x + length].fill(true);
    }
    grid
}

#[test]
fn a_slips_code_is_small_and_has_its_three_eyes() {
    let device = DeviceKey::from_seed(&[7; 32]).device_id();
    let number = TicketNumber::new("XQZW", &device, crate::exchange_kit::START_MS, 42).unwrap();
    let text = slip_text(&number.to_string());
    assert_eq!(text, format!("SHOUWEN:1:{number}"));
    let (path, modules) = qr_path(&text).unwrap();
    assert!((21..=29).contains(&modules), "{modules}");
    let side = usize::try_from(modules).unwrap();
    let grid = grid(&path, side);
    let last = side - 7;
    for (left, top) in [(0, 0), (last, 0), (0, last)] {
        for y in 0..7 {
            for x in 0..7 {
                let ring = x.min(y).min(6 - x).min(6 - y);
                assert_eq!(grid[top + y][left + x], ring != 1, "eye at {left},{top}");
            }
        }
    }
    let timing = grid[6].iter().enumerate().take(side - 8).skip(8);
    for (place, dark) in timing {
        assert_eq!(*dark, place % 2 == 0, "timing pattern");
    }
}

#[test]
fn a_text_too_long_is_refused_in_words() {
    let error = qr_path(&"x".repeat(3000)).unwrap_err();
    assert!(error.to_string().contains("3000 bytes"));
}
